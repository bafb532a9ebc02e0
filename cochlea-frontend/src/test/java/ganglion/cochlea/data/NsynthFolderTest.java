package ganglion.cochlea.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NsynthFolderTest {

    @TempDir
    Path folder;

    @Test
    void readsNamesLabelsAndAttributes() throws Exception {
        list("""
                {"flute_1": {"instrument_family_str": "flute", "pitch": 60, "qualities": [1, 0], "loud": true},
                 "oboe_2": {"instrument_family_str": "oboe", "pitch": 61, "none": null}}
                """);
        Files.createDirectories(folder.resolve("audio"));
        Files.write(folder.resolve("audio/oboe_2.flac"), new byte[1]);

        List<SoundFile> sounds = NsynthFolder.read(folder, "instrument_family_str");

        assertEquals(2, sounds.size());
        assertEquals(folder.resolve("audio/flute_1.wav"), sounds.get(0).file());
        assertEquals("flute", sounds.get(0).label());
        assertEquals(
                "{instrument_family_str=flute, loud=true, pitch=60}",
                sounds.get(0).attributes().toString());
        assertEquals(folder.resolve("audio/oboe_2.flac"), sounds.get(1).file());
        assertEquals("oboe", sounds.get(1).label());
    }

    @Test
    void labelsAreNotNeeded() throws Exception {
        list("{\"a\": {}}");

        assertEquals("", NsynthFolder.read(folder, "").get(0).label());
    }

    @Test
    void saysWhichSoundLacksItsLabel() throws Exception {
        list("{\"a\": {\"pitch\": 1},\n \"b\": {}}");

        assertEquals(
                folder.resolve("examples.json") + ": line 2: 'b' lacks the attribute 'pitch', found []",
                messageFor("pitch"));
    }

    @Test
    void saysThatThereIsNoList() {
        assertEquals(
                folder.resolve("examples.json") + ": no such file, expected the list of an NSynth data set",
                messageFor(""));
    }

    @Test
    void saysWhereTheListIsDamaged() throws Exception {
        list("{\"a\": {},\n \"b\": {]}");

        assertEquals(
                folder.resolve("examples.json") + ": line 2: not valid JSON: found ']' in column 8, expected '}'",
                messageFor(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []         | a list
            3          | a number
            "x"        | a text
            null       | null
            ''         | the end of the file
            {"a": 3}   | a number
            {"a": [1]} | a list
            {"a": {}   | the end of the file, expected the end of what was begun
            """)
    void refusesListsOfAnotherShape(String json, String found) throws Exception {
        list(json);

        assertTrue(messageFor("").contains("found " + found), messageFor(""));
        assertTrue(messageFor("").contains(", expected "), messageFor(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a\\\\b", "c:d", "", "..", ".hidden", "nul\\u0000"})
    void noNameLeadsOutOfTheFolder(String name) throws Exception {
        list("{\"" + name + "\": {}}");

        assertTrue(messageFor("").endsWith("is not the name of a file in audio/"), messageFor(""));
    }

    @Test
    void whatATerminalWouldObeyIsNotPrinted() throws Exception {
        list("{\"a/\\u001b[2J\": {}}");

        assertTrue(messageFor("").contains("'a/ [2J'"), messageFor(""));
    }

    private void list(String json) throws Exception {
        Files.writeString(folder.resolve("examples.json"), json);
    }

    private String messageFor(String label) {
        return assertThrows(DataSetException.class, () -> NsynthFolder.read(folder, label))
                .getMessage();
    }
}
