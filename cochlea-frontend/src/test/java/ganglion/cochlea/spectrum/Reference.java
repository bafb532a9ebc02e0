package ganglion.cochlea.spectrum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cochlea.spectrum.MelParameters.MelNorm;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One reference case of librosa: a signal, how to analyse it, and what comes out. See the README beside the vectors. */
record Reference(String name, double[] signal, JsonNode node) {

    private static final List<String> FILES = List.of(
            "sine800_a1",
            "sine800_a0.1",
            "sine800_a0.0004",
            "sine800_a0.0001",
            "chirp",
            "impulse",
            "white_noise",
            "flute_note");

    static JsonNode load(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/ganglion/cochlea/librosa/" + file + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reference> all() {
        List<Reference> all = new ArrayList<>();
        for (String file : FILES) {
            JsonNode root = load(file);
            double[] signal = root.has("samples")
                    ? doubles(root.get("samples"))
                    : signal(file, root.get("n").asInt());
            for (JsonNode node : root.get("cases")) {
                all.add(new Reference(file + " " + node.get("params"), signal, node));
            }
        }
        return all;
    }

    private static double[] signal(String name, int length) {
        double[] samples = new double[length];
        for (int k = 0; k < length; k++) {
            double t = k / 16000.0;
            samples[k] = switch (name) {
                case "chirp" -> 0.5 * Math.sin(2 * Math.PI * (100 * t + 0.5 * (6900 / 0.25) * t * t));
                case "impulse" -> k == 800 ? 1 : 0;
                default -> Double.parseDouble(name.substring("sine800_a".length())) * Math.sin(2 * Math.PI * 800 * t);
            };
        }
        return samples;
    }

    static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    private JsonNode parameter(String key) {
        return node.get("params").get(key);
    }

    PowerSpectrum spectrum() {
        Framing framing = !parameter("center").asBoolean()
                ? Framing.WITHIN
                : parameter("pad_mode").asText().equals("reflect") ? Framing.CENTRED_REFLECTED : Framing.CENTRED;
        SpectrumOptions options =
                new SpectrumOptions(parameter("n_fft").asInt(), WindowFunction.HANN, framing, PowerScale.UNSCALED);
        return new PowerSpectrum(
                parameter("win_length").asInt(), parameter("hop_length").asInt(), options);
    }

    MelFilterBank bank() {
        return bank(node.get("params"), 16000);
    }

    static MelFilterBank bank(JsonNode parameters, double rateHertz) {
        MelParameters mel = new MelParameters(
                parameters.get("n_mels").asInt(),
                parameters.get("fmin").asDouble(),
                parameters.get("fmax").asDouble(),
                parameters.get("mel_scale").asText().equals("htk") ? MelScale.HTK : MelScale.SLANEY,
                parameters.get("norm").asText().equals("slaney") ? MelNorm.SLANEY : MelNorm.NONE);
        return new MelFilterBank(mel, rateHertz, parameters.get("n_fft").asInt());
    }

    /** Our mel power of the signal, frame after frame. */
    double[] melPower() {
        PowerSpectrum spectrum = spectrum();
        MelFilterBank bank = bank();
        int frames = spectrum.frames(signal.length);
        double[] mel = new double[frames * bank.bands()];
        double[] power = new double[spectrum.bins()];
        for (int frame = 0; frame < frames; frame++) {
            spectrum.compute(signal, frame, power);
            bank.apply(power, mel, frame * bank.bands());
        }
        return mel;
    }

    /** A reference array, which is stored band by band, turned to frame after frame. */
    double[] byFrame(String key, String shapeKey) {
        double[] stored = doubles(node.get(key));
        int bands = node.get(shapeKey).get(0).asInt();
        int frames = node.get(shapeKey).get(1).asInt();
        double[] turned = new double[stored.length];
        for (int i = 0; i < stored.length; i++) {
            turned[i % frames * bands + i / frames] = stored[i];
        }
        return turned;
    }

    @Override
    public String toString() {
        return name;
    }
}
