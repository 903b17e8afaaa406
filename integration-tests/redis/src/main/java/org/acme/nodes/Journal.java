package org.acme.nodes;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

/** What happened on this node, a line each, in a file, so that a node that is killed has said it. */
@ApplicationScoped
public class Journal {

    private OutputStream file;

    public synchronized void open(String path) {
        try {
            if (file != null) {
                file.close();
            }
            file = new FileOutputStream(path, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(String line) {
        try {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
