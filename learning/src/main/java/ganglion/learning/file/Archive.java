package ganglion.learning.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A ZIP archive in memory, by entry. */
final class Archive {

    /** Most that the entries of an archive may hold together, in bytes. */
    static final long LARGEST_CONTENT = 1L << 30;

    private static final int MOST_ENTRIES = 10_000;

    /** The earliest time that the format knows, so that files do not depend on when they were written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    void put(String name, byte[] content) {
        entries.put(name, content);
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** @throws ModelFileException if there is no such entry */
    byte[] get(String name) throws ModelFileException {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new ModelFileException("the archive has no entry " + name);
        }
        return content;
    }

    /** Writes under a temporary name, then moves into place. */
    void write(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        // Not a temporary file of the system's making, which only its owner could read.
        Path temporary = directory.resolve("." + file.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream stream = Files.newOutputStream(temporary);
                    ZipOutputStream zip = new ZipOutputStream(stream)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    ZipEntry header = new ZipEntry(entry.getKey());
                    header.setTimeLocal(NO_TIME);
                    zip.putNextEntry(header);
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static Archive read(Path file) throws IOException, ModelFileException {
        Archive archive = new Archive();
        long left = LARGEST_CONTENT;
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file));
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= content.length;
                if (left < 0 || archive.entries.size() == MOST_ENTRIES) {
                    throw new ModelFileException("the archive holds more than " + LARGEST_CONTENT + " bytes or "
                            + MOST_ENTRIES + " entries");
                }
                if (archive.entries.put(entry.getName(), content) != null) {
                    throw new ModelFileException("the archive has two entries " + entry.getName());
                }
            }
        } catch (EOFException e) {
            throw new ModelFileException("the ZIP archive ends too soon");
        } catch (ZipException | IllegalArgumentException e) {
            // The JDK throws the last one for an entry name that is not UTF-8.
            throw new ModelFileException("no readable ZIP archive: " + e.getMessage());
        }
        if (archive.entries.isEmpty()) {
            throw new ModelFileException("no ZIP archive, or an empty one");
        }
        return archive;
    }
}
