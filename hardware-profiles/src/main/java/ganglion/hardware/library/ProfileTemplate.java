package ganglion.hardware.library;

import ganglion.documents.Suggestions;
import ganglion.documents.key.Worded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Commented profiles to begin with: valid as they are, with placeholders that are marked as assumed. */
public enum ProfileTemplate implements Worded {
    /** A chip of spiking neurons. */
    SPIKING,
    /** A conventional processor. */
    PROCESSOR;

    /**
     * The template of a word.
     *
     * @throws IllegalArgumentException if there is none, listing those that there are
     */
    public static ProfileTemplate of(String word) {
        List<String> words = Arrays.stream(values()).map(ProfileTemplate::word).toList();
        if (!words.contains(word)) {
            throw new IllegalArgumentException(
                    "found the kind \"" + word + '"' + Suggestions.expected("one of", word, words));
        }
        return values()[words.indexOf(word)];
    }

    /**
     * The document, in YAML.
     *
     * @param profile name of the profile
     * @throws IllegalArgumentException if no profile may have this name, saying what was expected
     */
    public String text(String profile) {
        if (!profile.matches(ProfileTypes.NAME.pattern()) || profile.length() > ProfileTypes.NAME.most()) {
            throw new IllegalArgumentException("found \"" + profile + "\", expected " + ProfileTypes.NAME.title());
        }
        if (ProfileLibrary.names().contains(profile)) {
            throw new IllegalArgumentException(
                    "found \"" + profile + "\", which is a profile that ships with Ganglion, expected another name");
        }
        String resource = "/ganglion/hardware/templates/" + word() + ".yaml";
        try (InputStream stream = ProfileTemplate.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("NAME", profile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
