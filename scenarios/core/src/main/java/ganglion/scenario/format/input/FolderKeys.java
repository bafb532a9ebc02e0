package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.folder;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.text;

import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Input;
import java.nio.file.Path;
import java.util.List;

/** The keys of a folder of recordings. */
final class FolderKeys {

    private static final Key<DocumentPath> PATH = Key.of("path", folder())
            .titled("the name of a folder")
            .says("Folder with the recordings.")
            .required()
            .example("notes");
    private static final Key<String> LABELS = Key.of(
                    "labels", text("folders, or the name of an attribute").length(1, 200))
            .says(
                    "What a recording is: the name of the subfolder that it lies in (folders), or an attribute of it in"
                            + " examples.json, in the layout of NSynth (audio/ and examples.json). Left out, recordings have no labels.")
            .impliedDefault("")
            .example("folders")
            .example("instrument_family_str");
    private static final Key<Integer> FIRST = Key.of("first", integer().from(0).to(1_000_000))
            .titled("a number of recordings from 0")
            .says("Recordings that are left out before the first.")
            .byDefault(0)
            .example(100);
    private static final Key<Integer> COUNT = Key.of("count", integer().from(1).to(ClipKeys.MOST_CLIPS))
            .titled("a number of recordings from 1 to " + ClipKeys.MOST_CLIPS)
            .says("Most recordings that are played. Left out, all.")
            .example(50);

    static final Key<List<Input.Clip>> FOLDER = Key.of(
                    "folder", Shape.of("a folder of recordings", FolderKeys::read, PATH, LABELS, FIRST, COUNT))
            .says(
                    "Recordings of a data set, played one after the other with a decision each, in the order of their paths or of"
                            + " their list.")
            .exampleText("{path: notes, labels: folders, count: 50}");

    private FolderKeys() {}

    private static List<Input.Clip> read(Place folder) {
        Place named = PATH.at(folder);
        DocumentPath path = PATH.in(folder);
        try {
            List<SoundFile> chosen = chosen(folder, sounds(path, LABELS.in(folder)));
            path.checkMembers(chosen.stream().map(SoundFile::file).toList());
            return chosen.stream().map(sound -> clip(named, path, sound)).toList();
        } catch (DataSetException e) {
            // The message begins with the whole path, which reports must not depend on.
            named.problem(e.getMessage().replace(path.resolved().toString(), path.written()));
            return List.of();
        } catch (IllegalArgumentException e) {
            named.problem(e.getMessage());
            return List.of();
        }
    }

    private static List<SoundFile> sounds(DocumentPath path, String labels) throws DataSetException {
        Path folder = path.resolved();
        return switch (labels) {
            case "" -> SoundFolders.find(folder.toString());
            case "folders" -> SoundFolders.byClass(folder);
            default -> {
                path.checkMembers(List.of(NsynthFolder.list(folder)));
                yield NsynthFolder.read(folder, labels);
            }
        };
    }

    private static List<SoundFile> chosen(Place folder, List<SoundFile> all) {
        int first = Math.min(FIRST.in(folder), all.size());
        int count = Math.min(COUNT.find(folder).orElse(all.size()), all.size() - first);
        if (count == 0) {
            folder.problem("found " + all.size() + " recordings, expected more than " + first);
        } else if (count > ClipKeys.MOST_CLIPS) {
            folder.problem("found " + count + " recordings, expected at most " + ClipKeys.MOST_CLIPS
                    + ": choose some by \"first\" and \"count\"");
        }
        return all.subList(first, first + Math.min(count, ClipKeys.MOST_CLIPS));
    }

    private static Input.Clip clip(Place named, DocumentPath folder, SoundFile sound) {
        Path file = sound.file().toAbsolutePath();
        String written = Path.of(folder.written())
                .resolve(folder.resolved().relativize(file))
                .toString()
                .replace('\\', '/');
        return new Input.Clip(named.pointer(), new DocumentPath(written, file), sound.label());
    }
}
