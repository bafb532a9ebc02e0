package ganglion.hardware.estimate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The energy of one decision under one boundary.
 *
 * @param boundary what it contains
 * @param parts every {@link Part}, in their order
 */
public record BoundaryEnergy(Boundary boundary, Map<Part, PartEnergy> parts) {

    /** Takes a copy; parts that are left out take nothing. */
    public BoundaryEnergy {
        EnumMap<Part, PartEnergy> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, parts.getOrDefault(part, PartEnergy.NONE));
        }
        parts = Collections.unmodifiableMap(all);
    }

    /** The energy under each boundary, by its parts. */
    static Map<Boundary, BoundaryEnergy> each(Function<Boundary, Map<Part, PartEnergy>> parts) {
        return Boundary.map(boundary -> new BoundaryEnergy(boundary, parts.apply(boundary)));
    }

    /** The same with another part. */
    BoundaryEnergy with(Part part, PartEnergy other) {
        Map<Part, PartEnergy> changed = new EnumMap<>(parts);
        changed.put(part, other);
        return new BoundaryEnergy(boundary, changed);
    }

    /** Sum of all parts in joules; absent if one is unknown. */
    public OptionalDouble joules() {
        double sum = 0;
        for (PartEnergy part : parts.values()) {
            if (part.joules().isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += part.joules().getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /** The figures that are missing for the sum; empty if it is known. */
    public List<String> missing() {
        return parts.values().stream()
                .flatMap(part -> part.missing().stream())
                .distinct()
                .toList();
    }

    /**
     * This energy divided by another one under the same boundary; absent if one is unknown.
     *
     * @throws IllegalArgumentException if the boundaries differ: then the quotient means nothing
     */
    public OptionalDouble over(BoundaryEnergy other) {
        if (boundary != other.boundary) {
            throw new IllegalArgumentException(
                    "cannot compare " + boundary.label() + " energy with " + other.boundary.label() + " energy");
        }
        return joules().isPresent() && other.joules().isPresent()
                ? OptionalDouble.of(joules().getAsDouble() / other.joules().getAsDouble())
                : OptionalDouble.empty();
    }
}
