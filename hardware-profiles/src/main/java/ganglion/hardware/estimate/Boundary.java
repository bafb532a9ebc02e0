package ganglion.hardware.estimate;

import ganglion.documents.key.Worded;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What an energy of a decision contains. Energies under different boundaries are never compared, ranked or subtracted. The
 * words follow the system track of NeuroBench (Yik et al. 2025), whose dynamic power is running minus idle power.
 */
public enum Boundary implements Worded {
    /** One more decision on a device that runs anyway: what the work adds to the power that is drawn without it. */
    MARGINAL("what the work adds to a device that runs anyway"),
    /** Power times the time that the device works on the decision; between decisions it sleeps. */
    ACTIVE("power times time while it works, asleep otherwise"),
    /** The device stays powered and ready from one decision to the next. */
    ALWAYS_ON("powered and ready all the time");

    private final String meaning;

    Boundary(String meaning) {
        this.meaning = meaning;
    }

    /** The same value for every boundary. */
    public static <T> Map<Boundary, T> each(T value) {
        return map(boundary -> value);
    }

    /** A value for every boundary. */
    public static <T> Map<Boundary, T> map(Function<Boundary, T> value) {
        Map<Boundary, T> values = new EnumMap<>(Boundary.class);
        for (Boundary boundary : values()) {
            values.put(boundary, value.apply(boundary));
        }
        return values;
    }

    /** Human-readable, such as {@code always on}. */
    public String label() {
        return word().replace('-', ' ');
    }

    /** What it contains, in half a sentence. */
    public String meaning() {
        return meaning;
    }
}
