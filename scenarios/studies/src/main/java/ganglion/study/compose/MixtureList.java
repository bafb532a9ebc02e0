package ganglion.study.compose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the list of a folder of mixtures, entry by entry; the file appears once it is complete. */
final class MixtureList implements AutoCloseable {

    static final String NAME = "examples.json";

    private final Path file;
    private final Path partial;
    private final MixtureSettings settings;
    private final JsonGenerator json;

    MixtureList(Path folder, MixtureSettings settings) throws IOException {
        this.file = folder.resolve(NAME);
        this.partial = folder.resolve("." + NAME + ".part");
        this.settings = settings;
        this.json = new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(partial)));
        // Line breaks that do not depend on the system: the same seed is to give the same bytes.
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        json.writeStartObject();
    }

    void add(Mixture mixture) throws IOException {
        json.writeObjectFieldStart(mixture.name());
        json.writeStringField("families_str", String.join("+", mixture.families()));
        words("families", mixture.families());
        words("instruments", mixture.instruments());
        json.writeStringField("score_str", mixture.score());
        json.writeNumberField("notes", mixture.notes());
        json.writeNumberField("notes_left_out", mixture.leftOut());
        json.writeNumberField("seconds", mixture.seconds());
        json.writeNumberField("sample_rate", settings.rateHertz());
        json.writeNumberField("seed", settings.seed());
        json.writeStringField("noise_str", mixture.noise());
        if (!mixture.noise().isEmpty()) {
            json.writeNumberField("signal_to_noise_db", mixture.signalToNoiseDecibels());
        }
        json.writeNumberField("scale", mixture.scale());
        json.writeNumberField("peak", mixture.peak());
        json.writeEndObject();
    }

    private void words(String name, List<String> words) throws IOException {
        json.writeArrayFieldStart(name);
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    /** Completes the list. */
    void complete() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        json.close();
        Files.deleteIfExists(partial);
    }
}
