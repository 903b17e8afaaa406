package io.quarkiverse.usecache.house;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** The packages of all modules, of tests and applications too, as their sources lie in folders. */
public final class SourceFolders extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Map<String, Integer> sizes = new TreeMap<>();

    private SourceFolders(Path root) {
        this.root = root;
    }

    /** The folders with too many classes, with the number. */
    public static Map<String, Integer> tooLarge(Path root) throws IOException {
        SourceFolders folders = new SourceFolders(root);
        Files.walkFileTree(root, folders);
        folders.sizes.values().removeIf(size -> size <= Rooms.MAXIMUM_CLASSES);
        return folders.sizes;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = folder.getFileName().toString();
        boolean ours = folder.equals(root) || !name.startsWith(".") && !name.equals("target") && !name.equals("node_modules");
        return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        if (!name.equals("package-info.java") && (name.endsWith(".java") || name.endsWith(".kt"))) {
            sizes.merge(root.relativize(file.getParent()).toString(), 1, Integer::sum);
        }
        return FileVisitResult.CONTINUE;
    }
}
