package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A small heap. Java itself starts in it. */
record LittleMemory(int megabytes) implements Disturbance {

    @Override
    public Launch prepare(Path folder, Reference undisturbed) {
        return Launch.PLAIN.withJava("-Xmx" + megabytes + "m");
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        return Starved.broken(
                ended,
                Set.of(Starved.SURROUNDINGS, Starved.FAULT),
                line -> line.contains("out of memory") || line.contains("not enough memory"));
    }

    @Override
    public String kind() {
        return "little memory";
    }

    @Override
    public String toString() {
        return "heap of " + megabytes + " MB";
    }
}
