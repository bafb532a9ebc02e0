package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.nio.file.Path;
import java.util.List;

/** Few open files. */
record FewHandles(int most) implements Disturbance {

    @Override
    public Launch prepare(Path folder, Reference undisturbed) {
        return Launch.PLAIN.limited("-n " + most);
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        return Starved.broken(ended, line -> line.toLowerCase().contains("too many open files"));
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
