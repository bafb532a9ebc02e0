package ganglion.scenario.experiment.ear;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaKeys;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.Encoders;
import ganglion.cochlea.encode.LearnableEncoder;
import ganglion.cochlea.encode.LearnableEncoder.LateReset;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.DecibelDrive;
import ganglion.cochlea.spectrum.MelNorm;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.Triangle;
import ganglion.documents.InputException;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.model.BandWeights;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LearnedBands;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Classification.EarLearning;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is trained where a front end learns: a network whose input is power spectra, and whose first layers are the front end, as a
 * layer of {@link LearnedBands} and, with spikes as input, the encoder as a layer of {@link Neurons}. Afterwards these layers are
 * taken off again and become settings of the front end. A step of these layers is a frame of the front end, without the delay of a
 * layer: the encoder has none either.
 */
public final class EarTraining {

    /** Smallest threshold that the encoder learns, as a share of that at the start: one of 0 or below is none that it takes. */
    private static final double LEAST_THRESHOLD = 0.01;

    private final Classification experiment;
    private final HearingSettings settings;
    private final LearnedBands bands;
    private final boolean encodes;

    /** @param experiment one with a front end that learns */
    public EarTraining(Classification experiment) {
        this.experiment = experiment;
        this.settings = ((Features.Heard) experiment.features()).settings();
        this.encodes = !settings.heardAs().isNumbers();
        CochleaParameters ear = settings.ear();
        DecibelDrive gain = (DecibelDrive) ear.gain();
        this.bands = new LearnedBands(
                ear.mel().bands(),
                ear.mel().minimumHertz(),
                ear.highestHertz(),
                ear.mel().scale(),
                ear.transfer(),
                ear.binHertz(),
                gain.rangeDecibels(),
                gain.fullScalePower());
    }

    /** The same experiment with power spectra as input, and without its test set. */
    public Classification onSpectra() {
        return experiment
                .withFeatures(new Features.Heard(settings.as(HeardAs.SPECTRUM)))
                .withData(experiment.data().withoutTest());
    }

    /** The network of the experiment behind a front end that has not learned yet. */
    public Model behindEar(Model network) {
        LayerShape spectrum = LayerShape.of(settings.ear().spectrumBins());
        List<Layer> layers = new ArrayList<>(List.of(bands));
        List<List<Parameter>> parameters = new ArrayList<>(List.of(bands.createParameters(spectrum, null)));
        if (encodes) {
            Neurons neurons = encoder();
            layers.add(neurons);
            parameters.add(neurons.createParameters(bands.outputShape(spectrum), null));
        }
        layers.addAll(network.layers());
        for (int layer = 0; layer < network.layers().size(); layer++) {
            parameters.add(network.parameters(layer));
        }
        return rated(new Model(spectrum, layers, parameters));
    }

    /** The same network, whose front end learns at its own rates and in its own ranges; a checkpoint does not say them. */
    public Model rated(Model model) {
        EarLearning learning = experiment.ear().orElseThrow();
        double ofWeights = experiment.training().descent().rule().learningRate();
        double ofBands = learning.learningRate() / ofWeights;
        if (!encodes) {
            return model.withRates(ofBands);
        }
        double least = LEAST_THRESHOLD * ((LearnableEncoder) settings.ear().encoder()).threshold();
        return model.withRates(ofBands, learning.encoderLearningRate() / ofWeights)
                .withRange(1, "threshold", new Span(least, Double.POSITIVE_INFINITY));
    }

    private Neurons encoder() {
        LearnableEncoder own = (LearnableEncoder) settings.ear().encoder();
        return Neurons.leaky(0)
                .withReset(own.lateReset() == LateReset.ZERO ? ResetRule.ZERO : ResetRule.SUBTRACT, true)
                .withSettings(Setting.fixed(1), Setting.learned(own.beta()), Setting.learned(own.threshold()))
                .withSurrogate(experiment.ear().orElseThrow().surrogate());
    }

    /**
     * Takes the front end off a trained network.
     *
     * @throws InputException if the threshold of the encoder is no longer above 0
     */
    public LearnedEar learned(Model trained) throws InputException {
        CochleaParameters before = settings.ear();
        BandWeights weights = new BandWeights(bands, trained.input().size());
        weights.set(new double[bands.bands() + 1], new double[bands.bands()]);
        List<Triangle> start = weights.triangles();
        weights.set(
                trained.parameter(0, "gap").values(),
                trained.parameter(0, "width").values());
        CochleaParameters after = before.withMel(MelParameters.of(weights.triangles(), MelNorm.NONE));
        if (encodes) {
            after = after.withEncoder(encoder(trained));
        }
        int own = encodes ? 2 : 1;
        int last = trained.layers().size();
        List<List<Parameter>> parameters = new ArrayList<>();
        for (int layer = own; layer < last; layer++) {
            parameters.add(trained.parameters(layer));
        }
        Model network =
                new Model(LayerShape.of(settings.inputs()), trained.layers().subList(own, last), parameters);
        return new LearnedEar(new EarDocument(experiment).with(after), network.copy(), before, after, start, own);
    }

    private SpikeEncoder encoder(Model trained) throws InputException {
        LearnableEncoder own = (LearnableEncoder) settings.ear().encoder();
        if (experiment.ear().orElseThrow().encoderLearningRate() == 0) {
            return own; // single precision would round it
        }
        double beta = Math.max(0, Math.min(1, trained.parameter(1, "beta").values()[0]));
        double threshold = trained.parameter(1, "threshold").values()[0];
        if (!(threshold > 0)) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            "/training/ear",
                            "found a threshold of the encoder of " + threshold
                                    + " after training, expected one above 0: choose a lower learning rate"));
        }
        return own.with(beta, threshold);
    }

    /** The document of an experiment, with another front end. */
    private static final class EarDocument {

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
                        CochleaKeys.FRONT_END.name(),
                        CochleaKeys.FRONT_END.type().write(ear));
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
}
