package ganglion.scenario.format;

import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.table.TableException;
import ganglion.scenario.data.SampleFile;
import ganglion.scenario.data.SampleTables;
import ganglion.scenario.model.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads which recordings of a folder, or which samples of a file of spikes, are played one after the other. */
final class DataSetReader {

    private static final int MOST_TRIALS = 10_000;

    private DataSetReader() {}

    /** The recordings of a folder, in the order of their paths or of their list. */
    static List<Input.Clip> clips(Place folder) {
        Place named = folder.at("path");
        DocumentPath path = named.folder();
        try {
            List<SoundFile> sounds = chosen(folder, sounds(path.resolved(), folder.text("labels", "")), "recordings");
            return sounds.stream().map(sound -> clip(named, path, sound)).toList();
        } catch (DataSetException e) {
            // The message begins with the whole path, which reports must not depend on.
            named.problem(e.getMessage().replace(path.resolved().toString(), path.written()));
            return List.of();
        }
    }

    /** The recordings of a list, in its order; their names start from its folder. */
    static List<Input.Clip> listed(Place table) {
        DocumentPath list = table.file();
        List<Input.Clip> clips = List.of();
        if (!Files.isRegularFile(list.resolved())) {
            return clips;
        }
        try {
            List<SampleTables.Row> rows = SampleTables.read(list.resolved());
            if (rows.isEmpty()) {
                table.problem(list + ": found no recordings, expected at least one");
            }
            if (rows.size() > MOST_TRIALS) {
                table.problem(list + ": found " + rows.size() + " recordings, expected at most " + MOST_TRIALS);
                return clips;
            }
            clips = rows.stream()
                    .map(row -> new Input.Clip(table.pointer(), table.file(beside(list, row.file())), row.label()))
                    .toList();
        } catch (TableException e) {
            table.problem(list + ": " + e.getMessage());
        }
        return clips;
    }

    private static String beside(DocumentPath list, String name) {
        int slash = list.written().replace('\\', '/').lastIndexOf('/');
        return list.written().substring(0, slash + 1) + name;
    }

    private static List<SoundFile> sounds(Path folder, String labels) throws DataSetException {
        return switch (labels) {
            case "" -> SoundFolders.find(folder.toString());
            case "folders" -> SoundFolders.byClass(folder);
            default -> NsynthFolder.read(folder, labels);
        };
    }

    private static Input.Clip clip(Place named, DocumentPath folder, SoundFile sound) {
        String written = Path.of(folder.written())
                .resolve(folder.resolved().relativize(sound.file().toAbsolutePath()))
                .toString()
                .replace('\\', '/');
        return new Input.Clip(
                named.pointer(), new DocumentPath(written, sound.file().toAbsolutePath()), sound.label());
    }

    private static <T> List<T> chosen(Place place, List<T> all, String what) {
        int first = Math.min(place.integer("first", 0), all.size());
        int count = Math.min(place.integer("count", all.size()), all.size() - first);
        if (count == 0) {
            place.problem("found " + all.size() + " " + what + ", expected more than " + first);
        } else if (count > MOST_TRIALS) {
            place.problem("found " + count + " " + what + ", expected at most " + MOST_TRIALS
                    + ": choose some by \"first\" and \"count\"");
        }
        return all.subList(first, first + Math.min(count, MOST_TRIALS));
    }

    /** Samples of a file; only its labels are looked at. */
    static Input.Samples samples(Place input, int size, long gapTicks) {
        Place samples = input.at("samples");
        DocumentPath file = input.at("spikes").file();
        int first = samples.integer("first", 0);
        int count = 1;
        if (!samples.reading().hasProblems()) {
            try (SampleFile opened = SampleFile.open(file.resolved())) {
                first = Math.min(first, opened.size());
                count = Math.min(samples.integer("count", opened.size()), opened.size() - first);
                checkCount(samples, opened.size(), first, count);
            } catch (TableException e) {
                input.at("spikes").problem(file + ": " + e.getMessage());
            }
        }
        return new Input.Samples(
                input.pointer(),
                input.at("name").text(),
                size,
                file,
                first,
                count,
                gapTicks,
                Math.max(1, input.ticks("clip-duration", Long.MAX_VALUE)));
    }

    private static void checkCount(Place samples, int all, int first, int count) {
        if (count == 0) {
            samples.problem("found " + all + " samples, expected more than " + first);
        }
    }
}
