package ganglion.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up what libraries log. Standard output belongs to results: whatever is logged goes to standard error, and only from a warning up.
 * In code rather than in a file, because reading one takes a twentieth of a second at every start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** Sets it up now. SLF4J, asked for the first time by several threads at once, complains on standard error. */
    public static void prepare() {
        LoggerFactory.getILoggerFactory();
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogLine line = new LogLine();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
        standardError.setContext(context);
        standardError.setTarget("System.err");
        standardError.setEncoder(encoder);
        standardError.start();
        // Akka announces its start and end; jhdf names every node that it reads and warns that it writes.
        context.getLogger("akka").setLevel(Level.ERROR);
        // The verb that waits for a connection reports its failure; Akka would report it a second time.
        context.getLogger("akka.io").setLevel(Level.OFF);
        context.getLogger("akka.remote").setLevel(Level.OFF);
        context.getLogger("io.jhdf").setLevel(Level.ERROR);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * The line of something logged: {@code ganglion: WARN  SpikeFiles: message}, with the simple name of the class that logs and without
     * the stack of an exception. Written out, because a pattern of Logback makes some thirty classes at every start.
     */
    static final class LogLine extends LayoutBase<ILoggingEvent> {

        private static final int LEVEL_WIDTH = 5;

        @Override
        public String doLayout(ILoggingEvent event) {
            String logger = event.getLoggerName();
            StringBuilder line = new StringBuilder("ganglion: ").append(event.getLevel());
            line.append(" "
                    .repeat(Math.max(
                            0, LEVEL_WIDTH - event.getLevel().toString().length())));
            return line.append(' ')
                    .append(logger, logger.lastIndexOf('.') + 1, logger.length())
                    .append(": ")
                    .append(event.getFormattedMessage())
                    .append(System.lineSeparator())
                    .toString();
        }
    }
}
