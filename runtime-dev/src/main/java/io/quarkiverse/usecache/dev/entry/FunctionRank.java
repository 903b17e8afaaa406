package io.quarkiverse.usecache.dev.entry;

/** Orders entries by their method, and those of one method by their key. */
record FunctionRank(int number, KeyRank key) implements Comparable<FunctionRank> {

    @Override
    public int compareTo(FunctionRank other) {
        return number == other.number ? key.compareTo(other.key) : Integer.compare(number, other.number);
    }
}
