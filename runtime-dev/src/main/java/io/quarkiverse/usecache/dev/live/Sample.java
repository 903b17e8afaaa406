package io.quarkiverse.usecache.dev.live;

import java.util.ArrayList;
import java.util.List;

/** Chooses some events out of many. */
final class Sample {

    private Sample() {
    }

    /** The rare events, and as many of the frequent ones as there is room for, at equal distances; all in their order. */
    static List<LiveEvent> of(List<LiveEvent> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        long rare = all.stream().filter(event -> !event.kind().isFrequent()).count();
        long frequent = all.size() - rare;
        long room = Math.max(0, most - rare);
        List<LiveEvent> sample = new ArrayList<>(most);
        long seen = 0;
        for (LiveEvent event : all) {
            boolean chosen = !event.kind().isFrequent() || ++seen * room / frequent > (seen - 1) * room / frequent;
            if (chosen && sample.size() < most) {
                sample.add(event);
            }
        }
        return sample;
    }
}
