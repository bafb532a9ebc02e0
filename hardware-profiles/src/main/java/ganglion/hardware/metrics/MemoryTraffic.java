package ganglion.hardware.metrics;

import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import java.util.List;

/**
 * Traffic of one kind of numbers to and from their level of memory: the nearest that holds all of them.
 *
 * @param level the level that holds them
 * @param words words read and written in one pass
 */
public record MemoryTraffic(MemoryLevel level, long words) {

    /**
     * Traffic of numbers in a hierarchy of memories.
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
