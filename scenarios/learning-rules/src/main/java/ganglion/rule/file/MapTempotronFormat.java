package ganglion.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.table.NpyArray;
import ganglion.learning.file.Archive;
import ganglion.learning.file.ModelDocument;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.Rows;
import ganglion.learning.file.RuleFormat;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.SelfOrganisingMap;
import ganglion.learning.tempotron.Tempotron;
import java.util.List;

/** A map and tempotrons as entries of an archive. */
public final class MapTempotronFormat extends RuleFormat<MapTempotron> {

    private static final String PROTOTYPES = "parameters/prototypes.npy";
    private static final String WEIGHTS = "parameters/weights.npy";

    /** For {@link java.util.ServiceLoader}. */
    public MapTempotronFormat() {
        super("map-tempotron", MapTempotron.class);
    }

    @Override
    protected void put(MapTempotron classifier, ObjectNode document, Archive archive) {
        SelfOrganisingMap map = classifier.map();
        MapTempotron.Settings settings = classifier.settings();
        SelfOrganisingMap.Settings ofMap = settings.map();
        document.put("inputs", map.inputs());
        document.putObject("map")
                .put("width", ofMap.width())
                .put("height", ofMap.height())
                .put("units-per-frame", settings.unitsPerFrame())
                .put("epochs", ofMap.epochs())
                .put("first-rate", ofMap.firstRate())
                .put("last-rate", ofMap.lastRate())
                .put("first-radius", ofMap.firstRadius())
                .put("last-radius", ofMap.lastRadius());
        Tempotron.Settings tempotron = settings.tempotron();
        document.putObject("tempotrons")
                .put("per-class", settings.tempotronsPerClass())
                .put("membrane-steps", tempotron.tauSteps())
                .put("synapse-steps", tempotron.tauSynapseSteps())
                .put("threshold", tempotron.threshold())
                .put("epochs", settings.epochs())
                .put("margin", settings.margin())
                .put("learning-rate", tempotron.learningRate())
                .put("momentum", tempotron.momentum());
        double[][] prototypes = new double[map.units()][];
        for (int unit = 0; unit < prototypes.length; unit++) {
            prototypes[unit] = map.prototype(unit);
        }
        archive.put(PROTOTYPES, NpyArray.write(Rows.joined(prototypes), map.units(), map.inputs()));
        int classes = classifier.classes().size();
        double[][] weights = new double[classes * settings.tempotronsPerClass()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = classifier
                    .tempotrons(k / settings.tempotronsPerClass())
                    .get(k % settings.tempotronsPerClass())
                    .weights();
        }
        archive.put(WEIGHTS, NpyArray.write(Rows.joined(weights), classes, settings.tempotronsPerClass(), map.units()));
    }

    @Override
    protected MapTempotron take(ModelDocument document, List<String> classes, Archive archive)
            throws ModelFileException {
        int inputs = document.integer("inputs");
        ModelDocument ofMap = document.at("map");
        ModelDocument tempotrons = document.at("tempotrons");
        MapTempotron.Settings settings = new MapTempotron.Settings(
                map(ofMap),
                ofMap.integer("units-per-frame"),
                new Tempotron.Settings(
                        tempotrons.number("membrane-steps"),
                        tempotrons.number("synapse-steps"),
                        tempotrons.number("threshold"),
                        tempotrons.number("learning-rate"),
                        tempotrons.number("momentum")),
                tempotrons.integer("per-class"),
                tempotrons.number("margin"),
                tempotrons.integer("epochs"));
        int units = settings.map().units();
        int each = settings.tempotronsPerClass();
        double[][] prototypes = Rows.read(archive, PROTOTYPES, units, inputs);
        double[][] rows = Rows.read(archive, WEIGHTS, new int[] {classes.size(), each, units});
        double[][][] weights = new double[classes.size()][each][];
        for (int k = 0; k < rows.length; k++) {
            weights[k / each][k % each] = rows[k];
        }
        return MapTempotron.of(settings, classes, SelfOrganisingMap.of(settings.map(), prototypes), weights);
    }

    private static SelfOrganisingMap.Settings map(ModelDocument document) throws ModelFileException {
        return new SelfOrganisingMap.Settings(
                document.integer("width"),
                document.integer("height"),
                document.integer("epochs"),
                document.number("first-rate"),
                document.number("last-rate"),
                document.number("first-radius"),
                document.number("last-radius"));
    }
}
