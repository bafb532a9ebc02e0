package ganglion.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ganglion.cli.terminal.LogSetup.LogLine;
import org.junit.jupiter.api.Test;

/** What a library logs, as a user reads it. */
final class LogLineTest {

    private static String line(Level level, String logger, String message, Object... arguments) {
        LoggerContext context = (LoggerContext) provider().getLoggerFactory();
        Logger of = context.getLogger(logger);
        return new LogLine()
                .doLayout(new LoggingEvent("", of, level, message, new IllegalStateException("stack"), arguments));
    }

    private static LogProvider provider() {
        LogProvider provider = new LogProvider();
        provider.initialize();
        return provider;
    }

    @Test
    void aLineHasLevelSimpleNameAndMessageWithoutAStack() {
        assertEquals(
                "ganglion: WARN  HdfFile: found 3 of 4" + System.lineSeparator(),
                line(Level.WARN, "io.jhdf.HdfFile", "found {} of {}", 3, 4));
        assertEquals("ganglion: ERROR plain: x" + System.lineSeparator(), line(Level.ERROR, "plain", "x"));
    }

    @Test
    void onlyWarningsAreLoggedAndNoneOfAkkasTransport() {
        LoggerContext context = (LoggerContext) provider().getLoggerFactory();

        assertEquals(Level.WARN, context.getLogger("ganglion").getEffectiveLevel());
        assertEquals(Level.ERROR, context.getLogger("akka.actor").getEffectiveLevel());
        assertEquals(Level.OFF, context.getLogger("akka.remote.artery").getEffectiveLevel());
    }
}
