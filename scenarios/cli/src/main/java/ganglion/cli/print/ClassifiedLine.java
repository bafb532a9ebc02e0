package ganglion.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.run.ClassifiedSound;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a network says of one sound, for a table or a JSON object.
 *
 * @param sound the file
 * @param classified empty if it could not be heard
 * @param refusal why, in one line; empty if it could
 */
public record ClassifiedLine(Path sound, Optional<ClassifiedSound> classified, String refusal) {

    /** A sound that was classified. */
    public static ClassifiedLine of(Path sound, ClassifiedSound classified) {
        return new ClassifiedLine(sound, Optional.of(classified), "");
    }

    /** A sound that could not be heard. */
    public static ClassifiedLine refused(Path sound, String refusal) {
        return new ClassifiedLine(sound, Optional.empty(), refusal);
    }

    /** The JSON object; what is unknown is left out. */
    public ObjectNode document() {
        ObjectNode document = JsonOutput.object();
        document.put("sound", sound.toString());
        if (classified.isEmpty()) {
            return document.put("refusal", refusal);
        }
        ClassifiedSound heard = classified.get();
        if (!heard.decided().isEmpty()) {
            document.put("class", heard.decided());
        }
        heard.confidence().ifPresent(confidence -> document.put("confidence", confidence));
        document.put("soundSeconds", heard.soundSeconds());
        heard.firstSpikeSeconds().ifPresent(seconds -> document.put("firstSpikeSeconds", seconds));
        ObjectNode scores = document.putObject("scores");
        heard.scores().forEach((label, score) -> {
            if (Double.isFinite(score)) {
                scores.put(label, score);
            }
        });
        ArrayNode devices = document.putArray("devices");
        for (DecisionEstimate estimate : heard.devices()) {
            ObjectNode device = devices.addObject()
                    .put("profile", estimate.profile().name())
                    .put("computes", DeviceTable.computes(estimate));
            ObjectNode energies = device.putObject("joules");
            for (Boundary boundary : Boundary.values()) {
                estimate.energy(boundary).joules().ifPresent(joules -> energies.put(boundary.word(), joules));
            }
            estimate.reliability().factor().ifPresent(factor -> device.put("uncertaintyFactor", factor));
        }
        return document;
    }
}
