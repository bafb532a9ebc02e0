package ganglion.scenario.experiment.data;

import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.documents.FolderWalk;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.table.TableException;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.data.Performer;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.data.SpikeRecordings;
import ganglion.learning.sample.Sample;
import ganglion.scenario.data.SampleTables;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the samples of a data set, in an order that does not depend on the machine. */
public final class Catalogue {

    private final DataSource source;
    private final Features features;
    private final Function<String, Problem> place;

    private Catalogue(DataSource source, Features features, Function<String, Problem> place) {
        this.source = source;
        this.features = features;
        this.place = place;
    }

    /**
     * The samples of a data set that the user named.
     *
     * @param features for how recorded spikes are read
     * @param seed of the choice, if only some samples of each class are used
     * @throws InputException if it cannot be read, or has no samples
     */
    public static List<Example> of(DataSource source, Features features, long seed) throws InputException {
        return of(source, features, seed, message -> new Problem(source.path().written(), message));
    }

    /** The same for a data set of an experiment. */
    static List<Example> of(DataSource source, Features features, ExperimentHead head) throws InputException {
        return of(source, features, head.seed(), message -> head.problem(source.pointer(), message));
    }

    /** The same without the input of samples, where labels can be read without it. */
    static List<Example> listed(DataSource source, Features features, ExperimentHead head) throws InputException {
        if (source.kind() != DataSource.Kind.HEIDELBERG || !(features instanceof Features.Recorded recorded)) {
            return of(source, features, head);
        }
        Path path = source.path().resolved();
        try {
            SpikeRecordings.Labels labels = SpikeRecordings.readLabels(path, recorded.binning());
            List<Example> all = new ArrayList<>();
            for (String label : labels.classes()) {
                String name = Integer.toString(all.size());
                String group =
                        labels.groups().isEmpty() ? name : labels.groups().get(all.size());
                all.add(new Example(name, label, group, path, Optional.empty(), Performer.AS_RECORDED));
            }
            return new SampleSelection(source, head.seed()).of(all);
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
    }

    private static List<Example> of(DataSource source, Features features, long seed, Function<String, Problem> place)
            throws InputException {
        List<Example> all = new Catalogue(source, features, place).readWithin();
        List<Example> selected = new SampleSelection(source, seed).of(all);
        if (selected.isEmpty()) {
            throw refusal(source.path().written(), "found no sample, expected at least one");
        }
        return selected;
    }

    /** The samples, none of which a symbolic link may fetch from elsewhere. */
    private List<Example> readWithin() throws InputException {
        try {
            List<Example> all = read();
            source.path().checkMembers(all.stream().map(Example::file).toList());
            return all;
        } catch (IllegalArgumentException e) {
            throw new InputException(place.apply(e.getMessage()));
        }
    }

    private List<Example> read() throws InputException {
        Path path = source.path().resolved();
        if (features.fromSound() && !source.kind().isSound()) {
            throw refusal(
                    source.path().written(),
                    "found recorded spikes, or a file that is no table, expected sounds: a folder with a folder for"
                            + " each class, one with examples.json, or a table file,label that ends in .csv");
        }
        if (!source.origin().isEmpty() && !Files.exists(path)) {
            throw new InputException(place.apply("found \"" + source.path().written()
                    + "\", but there is no such file or folder; it can be had from " + source.origin()));
        }
        try {
            return switch (source.kind()) {
                case FOLDERS -> folders(SoundFolders.byClass(path));
                case NOTES -> {
                    source.path().checkMembers(List.of(NsynthFolder.list(path)));
                    yield notes(NsynthFolder.read(path, source.label()));
                }
                case TABLE -> table(SampleTables.read(path));
                case HEIDELBERG -> recordings(path, SpikeRecordings.read(path, binning()));
                case SPIKE_LISTS -> spikeLists(path);
            };
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        } catch (TableException e) {
            throw refusal(path.toString(), e.getMessage());
        }
    }

    private List<Example> folders(List<SoundFile> sounds) {
        return sounds.stream()
                .map(sound -> inFolder(sound.label(), sound.file()))
                .toList();
    }

    /** The group is the folder below that of the class, if there is one; else what comes before a mark in the name, or the name. */
    private Example inFolder(String label, Path file) {
        Path relative = source.path().resolved().relativize(file);
        String name = Example.nameOf(file);
        int mark = source.group().isEmpty() ? -1 : name.indexOf(source.group());
        String group = relative.getNameCount() > 2
                ? relative.getName(1).toString()
                : name.substring(0, mark < 0 ? name.length() : mark);
        return new Example(label, group, file);
    }

    private List<Example> notes(List<SoundFile> sounds) throws DataSetException {
        List<Example> examples = new ArrayList<>();
        for (SoundFile sound : sounds) {
            String group = source.group().isEmpty()
                    ? Example.nameOf(sound.file())
                    : sound.attributes().get(source.group());
            if (group == null) {
                throw new DataSetException(
                        source.path().written(),
                        Example.nameOf(sound.file()) + " lacks the attribute '" + source.group() + "', found "
                                + sound.attributes().keySet());
            }
            examples.add(new Example(sound.label(), group, sound.file()));
        }
        return examples;
    }

    private List<Example> table(List<SampleTables.Row> rows) throws InputException {
        Path folder = source.path().resolved().getParent();
        List<Example> examples = new ArrayList<>();
        for (SampleTables.Row row : rows) {
            Path file = folder.resolve(row.file()).normalize();
            if (!file.startsWith(folder) || row.label().isEmpty()) {
                throw new InputException(new Problem(
                        source.path().written(),
                        row.line(),
                        "",
                        row.label().isEmpty()
                                ? "found no label, expected one"
                                : "found \"" + row.file() + "\", which leaves the folder of the table"));
            }
            String group = row.group().isEmpty() ? Example.nameOf(file) : row.group();
            examples.add(new Example(row.label(), group, file));
        }
        return examples;
    }

    private SpikeBinning binning() {
        return ((Features.Recorded) features).binning();
    }

    private static List<Example> recordings(Path path, LabelledSamples samples) {
        List<Example> examples = new ArrayList<>();
        for (Sample sample : samples.samples()) {
            String name = Integer.toString(examples.size());
            String label = samples.classes().get(sample.label());
            String group = samples.groups().isEmpty() ? name : samples.groups().get(examples.size());
            examples.add(new Example(name, label, group, path, Optional.of(sample.input()), Performer.AS_RECORDED));
        }
        return examples;
    }

    private List<Example> spikeLists(Path folder) throws InputException {
        List<Path> files =
                FolderWalk.filesByLinks(folder, SoundFolders.MOST_FILES, file -> isListInAFolder(folder, file));
        return files.stream()
                .map(file -> inFolder(folder.relativize(file).getName(0).toString(), file))
                .toList();
    }

    private static boolean isListInAFolder(Path folder, Path file) {
        return file.toString().endsWith(".csv") && folder.relativize(file).getNameCount() > 1;
    }

    private static InputException refusal(String place, String message) {
        return new InputException(place, message);
    }

    /** The choice of some samples of a data set. */
    static final class SampleSelection {

        private static final long LARGEST_LIST = 1 << 26;

        private final DataSource source;
        private final long seed;

        SampleSelection(DataSource source, long seed) {
            this.source = source;
            this.seed = seed;
        }

        /** The chosen samples, in their order. */
        List<Example> of(List<Example> all) throws InputException {
            List<Example> chosen = all;
            if (source.names().isPresent()) {
                Predicate<Example> listed = listedIn(source.names().get().resolved(), all);
                chosen = all.stream().filter(listed).toList();
            }
            for (DocumentPath list : source.without()) {
                Predicate<Example> listed = listedIn(list.resolved(), all);
                chosen = chosen.stream().filter(listed.negate()).toList();
            }
            return source.mostPerClass() == 0 ? chosen : fewOfEach(chosen);
        }

        /** A list of which no entry is a sample would choose without a word as if it were not there. */
        private Predicate<Example> listedIn(Path list, List<Example> all) throws InputException {
            Set<String> entries = entries(list);
            Predicate<Example> listed = example -> isIn(entries, list, example);
            if (!entries.isEmpty() && all.stream().noneMatch(listed)) {
                throw refusal(
                        list,
                        "found no sample of " + source.path().written() + " among " + entries.size()
                                + " entries, expected names of samples, or their paths in " + folder());
            }
            return listed;
        }

        /** A list holds names, or paths of files within the folder of the data set or of the list; the ending may lack. */
        private boolean isIn(Set<String> entries, Path list, Example example) {
            return entries.contains(example.name())
                    || isPathIn(entries, folder(), example.file())
                    || isPathIn(entries, list.getParent(), example.file());
        }

        private static boolean isPathIn(Set<String> entries, Path folder, Path file) {
            if (folder == null || !file.startsWith(folder)) {
                return false;
            }
            Path relative = folder.relativize(file);
            return entries.contains(withSlashes(relative))
                    || entries.contains(withSlashes(relative.resolveSibling(Example.nameOf(file))));
        }

        /** The folder of a table is the one that it lies in. */
        private Path folder() {
            Path path = source.path().resolved();
            return source.kind() == DataSource.Kind.TABLE ? path.getParent() : path;
        }

        private static String withSlashes(Path path) {
            return path.toString().replace('\\', '/');
        }

        /** An entry as a path without detours: {@code ./a/b.wav} is {@code a/b.wav}. */
        private static String entry(Path list, String line) throws InputException {
            try {
                return withSlashes(Path.of(line.strip().replace('\\', '/')).normalize());
            } catch (InvalidPathException e) {
                throw refusal(list, "found \"" + line + "\", expected a name or path");
            }
        }

        private static Set<String> entries(Path file) throws InputException {
            try {
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    throw refusal(file, "is not a regular file");
                }
                if (Files.size(file) > LARGEST_LIST) {
                    throw refusal(file, "found more than " + LARGEST_LIST + " bytes, the most that is read");
                }
                Set<String> entries = new HashSet<>();
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        entries.add(entry(file, line));
                    }
                }
                return entries;
            } catch (CharacterCodingException e) {
                throw refusal(file, "found bytes that are not UTF-8, expected names");
            } catch (IOException e) {
                throw refusal(file, "cannot be read: " + ReadFault.reason(e));
            }
        }

        private static InputException refusal(Path file, String message) {
            return new InputException(file, message);
        }

        private List<Example> fewOfEach(List<Example> examples) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(new SplittableRandom(seed).nextLong()));
            Map<String, Integer> taken = new HashMap<>();
            return order.stream()
                    .filter(i -> taken.merge(examples.get(i).label(), 1, Integer::sum) <= source.mostPerClass())
                    .sorted()
                    .map(examples::get)
                    .toList();
        }
    }
}
