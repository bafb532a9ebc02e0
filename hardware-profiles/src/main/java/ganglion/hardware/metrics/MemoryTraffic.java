package ganglion.hardware.metrics;

import ganglion.hardware.chip.MemoryLevel;
import java.util.List;

/**
 * Traffic of one sort of numbers to and from the level of memory that they lie in: the nearest that holds all of them.
 *
 * @param level where they lie
 * @param words words read and written in one pass
 */
public record MemoryTraffic(MemoryLevel level, long words) {

    /**
     * Traffic of numbers that lie in a hierarchy.
     *
     * @param levels from the nearest to the last, which holds everything
     * @param heldBytes what must be held at once
     * @param movedBytes what is read and written in one pass
     */
    public static MemoryTraffic of(List<MemoryLevel> levels, long heldBytes, long movedBytes) {
        MemoryLevel level = levels.stream()
                .filter(candidate -> candidate.holds(heldBytes))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the last level of memory holds everything"));
        return new MemoryTraffic(level, level.words(movedBytes));
    }
}
