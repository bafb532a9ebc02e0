package ganglion.live.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/** A secret of 128 random bits that is in the address of the page. Whoever has it may watch and touch the session. */
final class AccessToken {

    private static final int BYTES = 16;

    private final String text;
    private final AtomicBoolean unused = new AtomicBoolean(true);

    AccessToken() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        text = HexFormat.of().formatHex(random);
    }

    /** Whether it is the same, for the first time. */
    boolean isFirstUse(String other) {
        return equalsText(other) && unused.getAndSet(false);
    }

    /** As 32 hexadecimal digits. */
    String text() {
        return text;
    }

    /** Whether it is the same. Takes as long whatever the first difference. */
    boolean equalsText(String other) {
        return other != null
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }
}
