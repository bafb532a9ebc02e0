package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A disk that fills: a file system in memory with a share of the room that is needed, where the system lets us mount one
 * (Linux, as root), and else a limit on the size of each file.
 */
record SmallDisk(double share) implements Disturbance {

    private static final int PAGE = 4096;
    private static final int ROOMY = 1 << 28;

    /** How often {@code ulimit -f} counts in a byte: in blocks of 512 of them, as POSIX has it. */
    private static final int BLOCK = 512;

    @Override
    public Launch prepare(Path folder, Reference undisturbed) throws IOException, InterruptedException {
        long bytes = PAGE + (long) (share * undisturbed.bytes());
        if (MemoryDisk.mount(folder, bytes)) {
            return Launch.PLAIN;
        }
        long blocks = (long) (share * undisturbed.largestBytes()) / BLOCK;
        return Launch.PLAIN.limited("-f " + blocks);
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        return Starved.broken(ended, Set.of(Starved.SURROUNDINGS), SmallDisk::tells);
    }

    private static boolean tells(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("file too large");
    }

    @Override
    public void lift(Path folder) throws IOException, InterruptedException {
        MemoryDisk.resize(folder, ROOMY);
    }

    @Override
    public String kind() {
        return "small disk";
    }

    @Override
    public String toString() {
        return "disk with " + Math.round(100 * share) + " % of the room";
    }
}
