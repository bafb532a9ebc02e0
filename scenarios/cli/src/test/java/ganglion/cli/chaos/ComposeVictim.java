package ganglion.cli.chaos;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Mixtures of the notes of the gallery. */
record ComposeVictim() implements Victim {

    @Override
    public String name() {
        return "compose";
    }

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        Folders.copy(ProjectRoot.find().resolve("scenarios/gallery/study/compose/notes"), input.resolve("notes"));
    }

    @Override
    public List<String> command() {
        return List.of("compose", "--notes", INPUT + "notes", "--out", "out", "--count", "4", "--seconds", "4");
    }

    @Override
    public Set<String> seals() {
        return Set.of("examples.json");
    }
}
