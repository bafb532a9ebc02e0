package ganglion.study.compose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import ganglion.scenario.experiment.data.MixedSounds;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the list of a folder of mixtures, entry by entry. */
final class MixtureList implements AutoCloseable {

    static final String NAME = "examples.json";

    private static final String FAMILIES = MixedSounds.FAMILIES;

    private final MixtureSettings settings;
    private final JsonGenerator json;

    MixtureList(Path folder, MixtureSettings settings) throws IOException {
        this.settings = settings;
        this.json = new JsonFactory()
                .createGenerator(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))));
        // Line breaks that do not depend on the system: the same seed is to give the same bytes.
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        json.writeStartObject();
    }

    /** Whether a list is one of mixtures, rather than of somebody's recordings: its first entry begins as they do. */
    static boolean isOfMixtures(Path list) throws IOException {
        if (!Files.isRegularFile(list)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(list);
                JsonParser parser = new JsonFactory().createParser(in)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.nextToken() == JsonToken.FIELD_NAME
                    && parser.nextToken() == JsonToken.START_OBJECT
                    && FAMILIES.equals(parser.nextFieldName());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    void add(Mixture mixture) throws IOException {
        json.writeObjectFieldStart(mixture.name());
        json.writeStringField(FAMILIES, String.join(MixedSounds.JOINT, mixture.families()));
        words("families", mixture.families());
        words("instruments", mixture.instruments());
        json.writeNumberField("notes", mixture.notes());
        json.writeNumberField("notes_left_out", mixture.leftOut());
        json.writeNumberField("seconds", mixture.seconds());
        json.writeNumberField("sample_rate", settings.rateHertz());
        json.writeNumberField("seed", settings.seed());
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
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
