package ganglion.scenario.experiment.ear;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaKeys;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.Encoders;
import ganglion.learning.data.HearingSettings;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import java.util.Optional;

/** The document of an experiment, with another front end. */
final class EarDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Classification experiment;

    EarDocument(Classification experiment) {
        this.experiment = experiment;
    }

    /** The experiment with a front end that no longer learns. */
    Classification with(CochleaParameters ear) {
        HearingSettings settings = ((Features.Heard) experiment.features()).settings();
        ExperimentHead head = experiment.head();
        return new Classification(
                new ExperimentHead(
                        head.file(),
                        head.source(),
                        head.name(),
                        head.task(),
                        head.description(),
                        head.seed(),
                        document(head.document(), settings, ear)),
                experiment.data(),
                new Features.Heard(settings.withEar(ear)),
                experiment.augmentation(),
                experiment.network(),
                experiment.training(),
                experiment.start(),
                experiment.calibrated(),
                experiment.energy(),
                Optional.empty(),
                experiment.robustness());
    }

    private static String document(String written, HearingSettings settings, CochleaParameters ear) {
        try {
            ObjectNode document = (ObjectNode) MAPPER.readTree(written);
            ObjectNode features = (ObjectNode) document.get("features");
            features.set(
                    CochleaKeys.FRONT_END.name(), CochleaKeys.FRONT_END.type().write(ear));
            if (!settings.heardAs().isNumbers()) {
                features.set(Encoders.KEY.name(), Encoders.KEY.type().write(ear.encoder()));
            }
            ((ObjectNode) document.get("training")).remove("ear");
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the experiment was read before", e);
        }
    }
}
