package ganglion.cochlea.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import ganglion.documents.JsonFault;
import ganglion.documents.ReadFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The layout of the NSynth data set (J. Engel et al., 2017): a folder with {@code examples.json}, an object that holds the
 * attributes of each sound by its name, and {@code audio/}, with a WAV, FLAC or Ogg Vorbis file of that name for each.
 */
public final class NsynthFolder {

    private static final String LIST = "examples.json";
    private static final List<String> EXTENSIONS = List.of(".wav", ".flac", ".ogg");
    private static final int MOST_ATTRIBUTES = 1000;

    private final Path list;
    private final Path audio;
    private final String labelAttribute;

    private NsynthFolder(Path folder, String labelAttribute) {
        this.list = list(folder);
        this.audio = folder.resolve("audio");
        this.labelAttribute = labelAttribute;
    }

    /** The list of such a folder. */
    public static Path list(Path folder) {
        return folder.resolve(LIST);
    }

    /**
     * Reads the list of sounds, in its order. The sounds themselves are not opened: a missing one is noticed when it is read.
     *
     * @param folder holds {@code examples.json}
     * @param labelAttribute the attribute that is the label, such as {@code instrument_family_str}; "" for no labels
     * @throws DataSetException if the list is missing, damaged, too long, or a sound lacks the attribute
     */
    public static List<SoundFile> read(Path folder, String labelAttribute) throws DataSetException {
        return new NsynthFolder(folder, labelAttribute).read();
    }

    private List<SoundFile> read() throws DataSetException {
        if (!Files.isRegularFile(list)) {
            throw new DataSetException(list, "no such file, expected the list of an NSynth data set");
        }
        try (InputStream in = Files.newInputStream(list);
                JsonParser json = new JsonFactory().createParser(in)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            List<SoundFile> sounds = new ArrayList<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (sounds.size() == SoundFolders.MOST_FILES) {
                    throw new DataSetException(list, "found more than " + SoundFolders.MOST_FILES + " sounds");
                }
                sounds.add(sound(json.currentName(), json));
            }
            expect(json, json.currentToken(), JsonToken.END_OBJECT);
            return sounds;
        } catch (JsonProcessingException e) {
            throw new DataSetException(list, "line " + JsonFault.line(e) + ": " + JsonFault.message(e), e);
        } catch (IOException e) {
            throw new DataSetException(list, "the file cannot be read: " + ReadFault.reason(e), e);
        }
    }

    private SoundFile sound(String name, JsonParser json) throws IOException, DataSetException {
        int line = json.currentLocation().getLineNr();
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        TreeMap<String, String> attributes = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String attribute = json.currentName();
            if (json.nextToken().isScalarValue()) {
                attributes.put(attribute, json.getText());
            } else {
                json.skipChildren();
            }
            if (attributes.size() > MOST_ATTRIBUTES) {
                throw new DataSetException(
                        list,
                        "line " + line + ": '" + name + "' has too many attributes, expected at most "
                                + MOST_ATTRIBUTES);
            }
        }
        String label = labelAttribute.isEmpty() ? "" : attributes.get(labelAttribute);
        if (label == null) {
            throw new DataSetException(
                    list,
                    "line " + line + ": '" + name + "' lacks the attribute '" + labelAttribute + "', found "
                            + attributes.keySet());
        }
        return new SoundFile(file(name, line), label, attributes);
    }

    private Path file(String name, int line) throws DataSetException {
        if (name.isEmpty() || !name.matches("[^/\\\\:\\x00]+") || name.startsWith(".")) {
            throw new DataSetException(list, "line " + line + ": '" + name + "' is not the name of a file in audio/");
        }
        for (String extension : EXTENSIONS) {
            Path file = audio.resolve(name + extension);
            if (Files.exists(file)) {
                return file;
            }
        }
        return audio.resolve(name + EXTENSIONS.get(0));
    }

    private static String word(JsonToken token) {
        if (token == null) {
            return "the end of the file";
        }
        return switch (token) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> token.asString();
            default -> "something else";
        };
    }

    private void expect(JsonParser json, JsonToken found, JsonToken expected) throws DataSetException {
        if (found != expected) {
            throw new DataSetException(
                    list,
                    "line " + json.currentLocation().getLineNr() + ": found " + word(found)
                            + ", expected an object that holds an object of attributes for each sound");
        }
    }
}
