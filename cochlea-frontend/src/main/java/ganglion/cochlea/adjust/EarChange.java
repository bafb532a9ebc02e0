package ganglion.cochlea.adjust;

import java.util.Objects;

/**
 * A change of an ear while it hears.
 *
 * @param tick the first with the new value, 0 or more
 * @param setting what is changed
 * @param value the new value, within the range of the setting
 */
public record EarChange(long tick, EarSetting setting, double value) {

    /** @throws IllegalArgumentException if the tick is negative or the value out of range */
    public EarChange {
        Objects.requireNonNull(setting, "setting");
        if (tick < 0) {
            throw new IllegalArgumentException("a change comes at tick 0 or later, not at " + tick);
        }
        setting.check(value);
    }
}
