package ganglion.scenario.experiment.run;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.EvaluationStep;
import ganglion.learning.model.Model;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.reference.ReferenceEngine;
import ganglion.learning.rule.RuleEvaluation;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluation;
import ganglion.learning.train.Evaluator;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;

/** Tries finished models, in the double precision that the simulator computes in, so that decisions are the same in both. */
public final class ModelEvaluation {

    private ModelEvaluation() {}

    /**
     * How a classifier out of a model file does on samples.
     *
     * @param samples at least one
     */
    public static Evaluation of(SavedClassifier classifier, DataSet samples) {
        return classifier instanceof TrainedClassifier network
                ? of(network.trained().model(), samples, network.training())
                : RuleEvaluation.of(((RuleTrainedClassifier) classifier).classifier(), samples);
    }

    /**
     * How a model does on samples.
     *
     * @param samples at least one
     * @param training which says the loss and the read-out
     */
    public static Evaluation of(Model model, DataSet samples, TrainingPlan training) {
        try (Engine engine = new ReferenceEngine(model, training.rule(), WeightProjection.NONE, training.seed())) {
            EvaluationStep step = new EvaluationStep(training.loss(), training.readOut());
            return Evaluator.evaluate(engine, samples, training.batchSize(), step);
        }
    }
}
