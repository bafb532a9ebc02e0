package ganglion.report.architecture.broken.one;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.architecture.broken.two.AlsoBreaksReportRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksReportRules {

    public static int mutable;

    private BreaksReportRules() {}

    static Optional<ObjectNode> foreign() {
        Assertions.assertNotNull(AlsoBreaksReportRules.class);
        return Optional.empty();
    }

    static void visibleBeforeItIsComplete(Path file) throws IOException {
        Files.writeString(file, Instant.now().toString() + mutable);
    }
}
