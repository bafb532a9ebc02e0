package ganglion.scenario.record;

import ganglion.kernel.time.Clock;
import java.math.BigDecimal;

/** The first two columns of every table: the time in seconds, as the shortest exact decimal, and the tick. */
final class TimeColumns {

    static final String HEADER = "time_s,tick,";

    private final BigDecimal tickSeconds;

    TimeColumns(Clock clock) {
        this.tickSeconds = BigDecimal.valueOf(clock.tickSeconds());
    }

    /** The columns, each with its comma. */
    String at(long tick) {
        BigDecimal time = tickSeconds.multiply(BigDecimal.valueOf(tick));
        String text = time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
        return text + "," + tick + ",";
    }
}
