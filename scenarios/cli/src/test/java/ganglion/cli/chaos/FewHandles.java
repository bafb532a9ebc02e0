package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Few open files. */
record FewHandles(int most) implements Disturbance {

    @Override
    public Launch prepare(Path folder, Reference undisturbed) {
        return Launch.PLAIN.limited("-n " + most);
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        return Starved.broken(
                ended,
                Set.of(Starved.SURROUNDINGS),
                line -> line.toLowerCase(Locale.ROOT).contains("open files"));
    }

    @Override
    public String kind() {
        return "few handles";
    }

    @Override
    public String toString() {
        return "at most " + most + " open files";
    }
}
