package ganglion.cli.terminal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

/**
 * The line of something logged: {@code ganglion: WARN  SpikeFiles: message}, with the simple name of the class that logs and without
 * the stack of an exception. Written out, because a pattern of Logback makes some thirty classes at every start.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final int LEVEL_WIDTH = 5;

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        StringBuilder line = new StringBuilder("ganglion: ").append(event.getLevel());
        line.append(
                " ".repeat(Math.max(0, LEVEL_WIDTH - event.getLevel().toString().length())));
        return line.append(' ')
                .append(logger, logger.lastIndexOf('.') + 1, logger.length())
                .append(": ")
                .append(event.getFormattedMessage())
                .append(System.lineSeparator())
                .toString();
    }
}
