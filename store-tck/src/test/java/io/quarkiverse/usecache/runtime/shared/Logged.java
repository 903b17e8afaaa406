package io.quarkiverse.usecache.runtime.shared;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What nodes log for people, from its making until it is closed. */
final class Logged extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger(SharedNode.class.getPackageName());
    private final List<Level> levels = new CopyOnWriteArrayList<>();

    Logged() {
        logger.addHandler(this);
    }

    List<Level> levels() {
        return levels;
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getLevel().intValue() >= Level.INFO.intValue()) {
            levels.add(message.getLevel());
        }
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
