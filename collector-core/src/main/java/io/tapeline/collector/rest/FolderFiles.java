package io.tapeline.collector.rest;

import io.tapeline.model.json.IsoMicros;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that people or programs drop into folders. Rules:
 * <ol>
 *   <li>Only plain files directly in a configured folder are seen: no hidden ones, no links, nothing outside.
 *   <li>A file is listed when its size and time are those of the listing before: one that is still being written waits.
 *   <li>A file that was read is not listed again until it changes, whether it could be used or not.
 *   <li>A listing names at most {@value #MOST_LISTED} files, in order of name; the others come when these were read.
 *   <li>A folder that is not there is empty.
 * </ol>
 */
final class FolderFiles {
    static final int MOST_LISTED = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Stamp(long size, FileTime modified) {}

    private final List<Path> folders;
    private final long maxBytes;
    private final Map<Path, Map<Path, Stamp>> seen = new HashMap<>();
    private final Map<Path, Stamp> taken = new HashMap<>();

    FolderFiles(List<Path> folders, long maxBytes) {
        this.folders = folders.stream().map(FolderFiles::plain).toList();
        this.maxBytes = maxBytes;
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The listing of a folder or the content of a file: 404 where it is gone, 413 too long, 422 otherwise of no use. */
    synchronized HttpAnswer read(Path path) {
        // Not normalized: whatever has ".." in it is none of the paths that are allowed.
        Path at = path.toAbsolutePath();
        try {
            if (folders.contains(at)) {
                return LocalAnswers.of(200, listing(at));
            } else if (folders.contains(at.getParent())
                    && !at.getFileName().toString().equals("..")) {
                return content(at);
            }
            return refused(422, "outside of the folder");
        } catch (NoSuchFileException gone) {
            return refused(404, "no such file");
        } catch (IOException e) {
            return refused(422, "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private byte[] listing(Path folder) throws IOException {
        Map<Path, Stamp> now = stamps(folder);
        Map<Path, Stamp> before = seen.getOrDefault(folder, Map.of());
        seen.put(folder, now);
        taken.keySet().removeIf(path -> folder.equals(path.getParent()) && !now.containsKey(path));
        ObjectNode listing = JSON.createObjectNode();
        ArrayNode files = listing.putArray("files");
        now.entrySet().stream()
                .filter(file -> file.getValue().equals(before.get(file.getKey())))
                .filter(file -> !file.getValue().equals(taken.get(file.getKey())))
                .limit(MOST_LISTED)
                .forEach(file -> files.addObject()
                        .put("name", file.getKey().getFileName().toString())
                        .put("size", file.getValue().size())
                        .put(
                                "modified",
                                IsoMicros.format(file.getValue().modified().to(TimeUnit.MICROSECONDS))));
        return JSON.writeValueAsBytes(listing);
    }

    private static Map<Path, Stamp> stamps(Path folder) throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (!path.getFileName().toString().startsWith(".")
                        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    stamps.put(path, stamp(path));
                }
            }
        }
        return stamps;
    }

    private static Stamp stamp(Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Stamp(file.size(), file.lastModifiedTime());
    }

    private HttpAnswer content(Path path) throws IOException {
        Stamp stamp = stamp(path);
        taken.put(path, stamp);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return refused(422, "no plain file");
        } else if (stamp.size() > maxBytes) {
            return refused(413, "longer than " + maxBytes + " bytes");
        }
        return LocalAnswers.of(200, Files.readAllBytes(path));
    }

    private static HttpAnswer refused(int status, String reason) {
        return LocalAnswers.of(status, ("{\"error\":\"" + reason + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
