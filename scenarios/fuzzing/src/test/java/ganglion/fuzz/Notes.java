package ganglion.fuzz;

/** A folder of one note, which mixtures are composed of. */
final class Notes {

    static final String LIST = "notes/examples.json";

    static final String OF_ONE = """
            {"tone-060-100": {"instrument_family_str": "flute", "instrument_str": "flute_acoustic_001",
             "note_str": "tone-060-100", "pitch": 60, "sample_rate": 8000, "velocity": 100}}
            """;

    private Notes() {}

    static Target target(String kind, String file) {
        return new Target(kind, file)
                .beside("notes/audio/tone-060-100.wav", () -> Corpus.file("WaveFuzzTestInputs/mono-16-bit"));
    }
}
