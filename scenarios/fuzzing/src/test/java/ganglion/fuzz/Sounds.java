package ganglion.fuzz;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.documents.InputException;

/** How sound files are fuzzed: each is decoded whole. */
final class Sounds {

    private Sounds() {}

    static Target target(String kind) {
        return new Target(kind, "sound").reader(file -> {
            try {
                AudioFiles.read(file);
            } catch (AudioFormatException e) {
                throw new InputException(file, e.getMessage());
            }
        });
    }
}
