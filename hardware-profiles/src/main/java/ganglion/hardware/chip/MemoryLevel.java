package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.Optional;

/**
 * One level of a memory hierarchy.
 *
 * @param name such as {@code 32 KB SRAM}
 * @param capacity bytes that it holds; absent for the last level, which holds everything
 * @param access joules to read or write one word
 * @param wordBytes bytes of a word
 */
public record MemoryLevel(String name, Optional<Figure> capacity, Figure access, int wordBytes) {

    /** @throws IllegalArgumentException if a word has no bytes */
    public MemoryLevel {
        if (wordBytes < 1) {
            throw new IllegalArgumentException("a word has at least one byte, not " + wordBytes);
        }
    }

    /** Whether the given number of bytes fits. */
    public boolean holds(long bytes) {
        return capacity.isEmpty() || bytes <= capacity.get().value();
    }

    /** Words that the given number of bytes takes. */
    public long words(long bytes) {
        return (bytes + wordBytes - 1) / wordBytes;
    }
}
