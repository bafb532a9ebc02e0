package ganglion.learning.data;

import ganglion.cochlea.data.DataSetException;
import ganglion.documents.ReadFault;
import ganglion.documents.table.Hdf5Files;
import ganglion.documents.table.TableException;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Recordings of a silicon cochlea, each a list of addresses (which channel) and timestamps (when, in seconds), from either of
 * two places:
 *
 * <ul>
 *   <li>one HDF5 file as N-TIDIGITS18 has it, with {@code PART_addresses/NAME} and {@code PART_timestamps/NAME} for each
 *       recording, where PART is {@code train} or {@code test}, and what is spoken is the last part of the name between
 *       hyphens, a character a digit (Anumula, Neil, Delbruck and Liu, "Feature representations for neuromorphic audio spike
 *       streams", Frontiers in Neuroscience 12:23, 2018). Recordings of several digits are left out;
 *   <li>a folder with one folder for each class, and in it a text file {@code *.csv} for each recording, with
 *       {@code address,timestamp} in each line; the first line may be a heading.
 * </ul>
 *
 * Samples are in the order of the names of their classes, and then of their own.
 */
public final class AddressEvents {

    private static final int MOST_RECORDINGS = 1_000_000;
    private static final long LARGEST_TEXT = 1 << 26;

    private AddressEvents() {}

    /** Recordings by class, then by name, before they are samples. */
    private static final class Collected {

        private final SortedMap<String, SortedMap<String, Sample>> byClass = new TreeMap<>();

        void add(String label, String name, Sample unlabelled) {
            byClass.computeIfAbsent(label, l -> new TreeMap<>()).put(name, unlabelled);
        }

        LabelledSamples samples(Path place, String expected) throws DataSetException {
            if (byClass.isEmpty()) {
                throw new DataSetException(place, "found no recording, expected " + expected);
            }
            List<String> classes = List.copyOf(byClass.keySet());
            List<Sample> samples = new ArrayList<>();
            for (int c = 0; c < classes.size(); c++) {
                for (Sample sample : byClass.get(classes.get(c)).values()) {
                    samples.add(new Sample(sample.input(), c));
                }
            }
            return new LabelledSamples(samples, classes);
        }
    }

    /**
     * Reads one part of a file in the layout of N-TIDIGITS18.
     *
     * @param part {@code train} or {@code test}
     * @throws DataSetException if the file is not laid out like that, or a spike is of a channel that does not exist
     */
    public static LabelledSamples read(Path file, String part, SpikeBinning binning) throws DataSetException {
        try {
            return Hdf5Files.read(file, hdf -> read(hdf, file, part, binning));
        } catch (TableException e) {
            throw new DataSetException(file, e.getMessage(), e);
        }
    }

    private static LabelledSamples read(HdfFile hdf, Path file, String part, SpikeBinning binning)
            throws DataSetException {
        Group addresses = group(file, hdf, part + "_addresses");
        Group timestamps = group(file, hdf, part + "_timestamps");
        Collected collected = new Collected();
        for (String name : addresses.getChildren().keySet()) {
            String spoken = name.substring(name.lastIndexOf('-') + 1);
            if (spoken.length() == 1) {
                collected.add(spoken, name, sample(file, name, addresses, timestamps, binning));
            }
        }
        return collected.samples(file, "names that end in a hyphen and one digit in /" + part + "_addresses");
    }

    private static Group group(Path file, HdfFile hdf, String name) throws DataSetException {
        Node node = hdf.getChildren().get(name);
        if (!(node instanceof Group group)) {
            throw new DataSetException(
                    file, "found no group /" + name + ", expected one with a list for each recording");
        }
        if (group.getChildren().size() > MOST_RECORDINGS) {
            throw new DataSetException(file, "/" + name + " has more than " + MOST_RECORDINGS + " recordings");
        }
        return group;
    }

    private static Sample sample(Path file, String name, Group addresses, Group timestamps, SpikeBinning binning)
            throws DataSetException {
        if (!timestamps.getChildren().containsKey(name)) {
            throw new DataSetException(file, "recording " + name + " has addresses but no timestamps");
        }
        try {
            double[] channels = NumberArrays.of(addresses.getDatasetByPath(name).getData());
            double[] seconds = NumberArrays.of(timestamps.getDatasetByPath(name).getData());
            return new Sample(binning.input(seconds, channels), 0);
        } catch (IllegalArgumentException e) {
            throw new DataSetException(file, "recording " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a folder with one folder for each class.
     *
     * @throws DataSetException if there is no recording, or a file is no list of addresses and timestamps
     */
    public static LabelledSamples readFolder(Path folder, SpikeBinning binning) throws DataSetException {
        Collected collected = new Collected();
        for (Path file : lists(folder)) {
            collected.add(
                    file.getParent().getFileName().toString(),
                    file.getFileName().toString(),
                    new Sample(binned(file, binning), 0));
        }
        return collected.samples(folder, "a folder for each class with .csv files in it");
    }

    /**
     * The files that {@link #readFolder} reads.
     *
     * @throws DataSetException if a folder cannot be listed, or holds too many files
     */
    public static List<Path> lists(Path folder) throws DataSetException {
        List<Path> lists = new ArrayList<>();
        for (Path classFolder : list(folder)) {
            if (Files.isDirectory(classFolder)) {
                list(classFolder).stream()
                        .filter(file -> file.getFileName().toString().endsWith(".csv"))
                        .forEach(lists::add);
            }
        }
        return lists;
    }

    private static List<Path> list(Path folder) throws DataSetException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> paths = entries.limit(MOST_RECORDINGS + 1L).sorted().toList();
            if (paths.size() > MOST_RECORDINGS) {
                throw new DataSetException(folder, "more than " + MOST_RECORDINGS + " files in one folder");
            }
            return paths;
        } catch (IOException e) {
            throw new DataSetException(folder, "cannot be listed: " + ReadFault.reason(e), e);
        }
    }

    private static SpikeInput binned(Path file, SpikeBinning binning) throws DataSetException {
        List<String> lines = lines(file);
        boolean heading = !lines.isEmpty() && !lines.get(0).isBlank() && !startsWithANumber(lines.get(0));
        List<double[]> events = new ArrayList<>();
        for (int i = heading ? 1 : 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                events.add(event(file, i + 1, lines.get(i)));
            }
        }
        try {
            return binning.input(
                    events.stream().mapToDouble(event -> event[1]).toArray(),
                    events.stream().mapToDouble(event -> event[0]).toArray());
        } catch (IllegalArgumentException e) {
            throw new DataSetException(file, e.getMessage(), e);
        }
    }

    private static List<String> lines(Path file) throws DataSetException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new DataSetException(file, "is not a regular file");
            }
            if (Files.size(file) > LARGEST_TEXT) {
                throw new DataSetException(file, "more than " + LARGEST_TEXT + " bytes");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new DataSetException(file, "found bytes that are no text, expected lines of address,timestamp", e);
        } catch (IOException e) {
            throw new DataSetException(file, "cannot be read: " + ReadFault.reason(e), e);
        }
    }

    private static boolean startsWithANumber(String line) {
        return Character.isDigit(line.strip().charAt(0)) || line.strip().charAt(0) == '-';
    }

    private static double[] event(Path file, int number, String line) throws DataSetException {
        String[] fields = line.split(",", -1);
        try {
            if (fields.length == 2) {
                return new double[] {Double.parseDouble(fields[0]), Double.parseDouble(fields[1])};
            }
        } catch (NumberFormatException e) {
            // Reported below, as for lines with more or fewer fields.
        }
        String found = line.length() > 60 ? line.substring(0, 60) + "..." : line;
        throw new DataSetException(
                file + ":" + number, "found \"" + found + "\", expected an address and a timestamp in seconds");
    }
}
