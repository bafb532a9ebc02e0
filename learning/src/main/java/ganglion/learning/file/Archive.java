package ganglion.learning.file;

import ganglion.documents.output.FilePublisher;
import ganglion.learning.file.ModelFiles.ModelFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive by entry: one that is being made, in memory, or a file, of which an entry is unpacked when it is asked for.
 * What nobody asks for is never unpacked, however large it says it is.
 */
public final class Archive {

    /** Most that an entry of an archive may hold, in bytes. */
    static final long LARGEST_CONTENT = 1L << 30;

    /** Most that is unpacked of an entry here, in bytes: a part of what memory there is. */
    private static final int MOST_UNPACKED =
            (int) Math.min(LARGEST_CONTENT, Runtime.getRuntime().maxMemory() / 4);

    private static final int MOST_ENTRIES = 10_000;

    /** Files do not depend on when they were written. Of the first day that the format knows, Java would write the time zone, too. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** What is in memory. */
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** The names of the entries of the file. */
    private final Set<String> names = new HashSet<>();

    /** Null for an archive that is being made. */
    private Path source;

    /** Puts an entry into an archive that is being made. */
    public void put(String name, byte[] content) {
        entries.put(name, content);
    }

    /** Whether there is an entry. */
    public boolean has(String name) {
        return entries.containsKey(name) || names.contains(name);
    }

    /**
     * The content of an entry.
     *
     * @throws ModelFileException if there is no such entry, or it is too large or damaged
     */
    public byte[] get(String name) throws ModelFileException {
        if (entries.containsKey(name)) {
            return entries.get(name);
        }
        if (!names.contains(name)) {
            throw new ModelFileException("the archive has no entry " + name);
        }
        try (ZipFile zip = new ZipFile(source.toFile())) {
            return unpacked(zip, zip.getEntry(name));
        } catch (EOFException e) {
            throw new ModelFileException(name + ": the entry ends too soon");
        } catch (IOException e) {
            throw new ModelFileException(name + ": the entry cannot be unpacked");
        }
    }

    private static byte[] unpacked(ZipFile zip, ZipEntry entry) throws IOException, ModelFileException {
        if (entry == null) {
            throw new ModelFileException("the archive was replaced while it was read");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(MOST_UNPACKED + 1);
            if (content.length > MOST_UNPACKED) {
                throw new ModelFileException(
                        entry.getName() + ": the entry holds more than " + MOST_UNPACKED + " bytes");
            }
            CRC32 checksum = new CRC32();
            checksum.update(content);
            if (checksum.getValue() != entry.getCrc()) {
                throw new ModelFileException(entry.getName() + ": the entry is damaged, its checksum is wrong");
            }
            return content;
        }
    }

    /** Writes the file, which appears complete or not at all. */
    public void write(Path file) throws IOException {
        FilePublisher.publish(file, stream -> {
            ZipOutputStream zip = new ZipOutputStream(stream);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(NO_TIME);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** Whether a file is an archive with an entry. */
    static boolean holds(Path file, String name) {
        try {
            return read(file).has(name);
        } catch (IOException | ModelFileException e) {
            // No archive, or not readable.
            return false;
        }
    }

    /**
     * The archive in a file.
     *
     * @throws ModelFileException if the file is no archive
     */
    public static Archive read(Path file) throws IOException, ModelFileException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            // Opening a pipe waits for somebody who writes to it.
            throw new ModelFileException("is not a regular file, expected a ZIP archive");
        }
        Archive archive = new Archive();
        archive.source = file;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new ModelFileException(
                        "the archive holds " + zip.size() + " entries, expected at most " + MOST_ENTRIES);
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!archive.names.add(entry.getName())) {
                    throw new ModelFileException("the archive has two entries " + entry.getName());
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The JDK throws the last one for an entry name that is not UTF-8.
            throw new ModelFileException(
                    startsAsArchive(file)
                            ? "the ZIP archive is damaged, or ends too soon"
                            : "no ZIP archive, or an empty one");
        }
        if (archive.names.isEmpty()) {
            throw new ModelFileException("no ZIP archive, or an empty one");
        }
        return archive;
    }

    private static boolean startsAsArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }
}
