package ganglion.documents.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 checksums, in lower-case hexadecimal as {@code sha256sum} prints them, and digests. */
public final class Checksum {

    private Checksum() {}

    /** Writes bytes somewhere. */
    @FunctionalInterface
    public interface Writing {

        /** @param out not to be closed */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A new digest. */
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** A new digest by an algorithm that every Java platform has. */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Checksum of a file. */
    public static String ofFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in::transferTo);
        }
    }

    /** Checksum of bytes that are written, and then discarded. */
    public static String of(Writing writing) throws IOException {
        return of(writing, OutputStream.nullOutputStream());
    }

    /** Writes a file, and returns its checksum without reading it again. */
    public static String ofWritten(Path file, Writing writing) throws IOException {
        return of(writing, Files.newOutputStream(file));
    }

    private static String of(Writing writing, OutputStream target) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(target, digest)) {
            writing.writeTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
