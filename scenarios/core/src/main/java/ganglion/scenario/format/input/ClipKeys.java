package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.file;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.table.TableException;
import ganglion.scenario.data.SampleTables;
import ganglion.scenario.model.Input;
import java.nio.file.Files;
import java.util.List;

/** The keys of recordings that a document names one by one, itself or in a table. */
final class ClipKeys {

    static final int MOST_CLIPS = 10_000;

    static final Key<DocumentPath> AUDIO = Key.of("audio", file())
            .titled("the name of a sound file")
            .says("Sound file (WAV, FLAC, AIFF, AU, Ogg Vorbis, MP3) of any sample rate; its channels are averaged.")
            .example("audio/flute-a4.flac");

    static final Key<String> LABEL = Key.of("label", text("a text").length(1, 200))
            .says("What the recording is. A decision is correct if the winner has this label.")
            .impliedDefault("")
            .example("C#");

    static final Key<List<Input.Clip>> CLIPS = Key.of(
                    "clips",
                    listOf("a list of recordings", Shape.of("", ClipKeys::clip, AUDIO.required(), LABEL))
                            .size(1, MOST_CLIPS))
            .says("Recordings that are played one after the other, with a decision each.")
            .exampleText("[{audio: audio/a4.flac, label: A}]");

    static final Key<DocumentPath> TABLE = Key.of("table", file())
            .titled("the name of a CSV file")
            .says(
                    "List of recordings that are played one after the other with a decision each: CSV with the header file,label or"
                            + " file,label,group. Files lie in the folder of the list or below.")
            .example("notes/chosen.csv");

    private ClipKeys() {}

    /** The recordings of an input, in their order. */
    static List<Input.Clip> read(Place input) {
        if (TABLE.isIn(input)) {
            return listed(TABLE.at(input), TABLE.in(input));
        }
        return AUDIO.isIn(input) ? List.of(clip(input)) : CLIPS.in(input);
    }

    private static Input.Clip clip(Place place) {
        return new Input.Clip(place.pointer(), AUDIO.in(place), LABEL.in(place));
    }

    /** The recordings of a list, in its order; their names start from its folder. */
    private static List<Input.Clip> listed(Place table, DocumentPath list) {
        if (!Files.isRegularFile(list.resolved())) {
            return List.of();
        }
        try {
            List<SampleTables.Row> rows = SampleTables.read(list.resolved());
            if (rows.isEmpty()) {
                table.problem(list + ": found no recordings, expected at least one");
            }
            if (rows.size() > MOST_CLIPS) {
                table.problem(list + ": found " + rows.size() + " recordings, expected at most " + MOST_CLIPS);
                return List.of();
            }
            return rows.stream()
                    .map(row -> new Input.Clip(table.pointer(), table.file(beside(list, row.file())), row.label()))
                    .toList();
        } catch (TableException e) {
            table.problem(list + ": " + e.getMessage());
            return List.of();
        }
    }

    private static String beside(DocumentPath list, String name) {
        int slash = list.written().replace('\\', '/').lastIndexOf('/');
        return list.written().substring(0, slash + 1) + name;
    }
}
