package ganglion.report.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @TempDir
    private Path folder;

    private String refusal(String content, long mostBytes) throws Exception {
        Path file = Files.writeString(folder.resolve("d.json"), content);
        return assertThrows(InputException.class, () -> JsonDocument.read(file, mostBytes))
                .getMessage();
    }

    @Test
    void whatIsWrittenIsReadBackAndKnownByItsFormat() throws Exception {
        Path file = folder.resolve("d.json");
        JsonDocument.write(JsonDocument.start("ganglion-x", 3).put("a", 1), file);

        assertEquals(
                "{\n  \"format\" : \"ganglion-x\",\n  \"formatVersion\" : 3,\n  \"a\" : 1\n}\n",
                Files.readString(file));
        assertEquals(1, JsonDocument.read(file, 1000).path("a").asInt());
        assertTrue(JsonDocument.isOf(file, "ganglion-x"));
        assertFalse(JsonDocument.isOf(file, "ganglion-y"));
    }

    /** Has methods enough that the JVM is unlikely to list them by name. */
    private record Figures(int second, int first) {

        @JsonProperty
        int h() {
            return 8;
        }

        @JsonProperty
        int c() {
            return 3;
        }

        @JsonProperty
        int g() {
            return 7;
        }

        @JsonProperty
        int a() {
            return 1;
        }

        @JsonProperty
        int f() {
            return 6;
        }

        @JsonProperty
        int b() {
            return 2;
        }
    }

    @Test
    void componentsOfARecordComeInTheirOrderAndOtherPropertiesByTheirNames() {
        assertEquals(
                "{\"second\":1,\"first\":2,\"a\":1,\"b\":2,\"c\":3,\"f\":6,\"g\":7,\"h\":8}",
                JsonDocument.bound(new Figures(1, 2)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"a\": 1, \"format\": \"ganglion-x\"}", "{\"format\": 7}", "{\"format\"", "x"})
    void otherDocumentsAreNotOfTheFormat(String content) throws Exception {
        assertFalse(JsonDocument.isOf(Files.writeString(folder.resolve("d.json"), content), "ganglion-x"));
    }

    @Test
    void aMissingFileAndAFolderAreOfNoFormat() {
        assertFalse(JsonDocument.isOf(folder.resolve("none.json"), "ganglion-x"));
        assertFalse(JsonDocument.isOf(folder, "ganglion-x"));
    }

    @Test
    void refusesWhatIsTooLargeDamagedOrMissingInOneLine() throws Exception {
        assertTrue(refusal("{\"a\": 1}", 4).endsWith("d.json: found 8 bytes, expected at most 4"));
        assertTrue(refusal("{\"a\": ", 100).contains("d.json:1: not valid JSON: found the end of the file"));
        // What begins with three zeros is taken for UTF-32 (RFC 4627, section 3).
        assertTrue(refusal("\0\0\0{abcd", 100)
                .endsWith("d.json: cannot be read: found bytes that are not UTF-8, expected text"));
        InputException missing =
                assertThrows(InputException.class, () -> JsonDocument.read(folder.resolve("none.json"), 9));
        assertTrue(
                missing.getMessage().endsWith("none.json: cannot be read: there is no such file or folder"),
                missing.getMessage());
    }

    @Test
    void aFolderIsNotSaidToBeMissing() {
        InputException refused = assertThrows(InputException.class, () -> JsonDocument.read(folder, 1 << 20));

        assertTrue(refused.getMessage().endsWith(": cannot be read: is a directory"), refused.getMessage());
    }

    @Test
    void listsFilesInOrderWithTheirChecksums() throws Exception {
        Files.writeString(folder.resolve("b"), "");
        Files.writeString(folder.resolve("a"), "abc");

        assertEquals(
                "[{\"name\":\"a\",\"bytes\":3,\"sha256\":"
                        // The test vectors of FIPS 180-2 for "abc" and the empty message.
                        + "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"},"
                        + "{\"name\":\"b\",\"bytes\":0,\"sha256\":"
                        + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}]",
                ResultFolder.files(folder).toString());
    }
}
