package ganglion.scenario.experiment.run;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.model.Model;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.rule.RuleClassifier.RuleEvaluation;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;

/** Evaluates trained models in double precision, as the simulator computes, so that both decide the same. */
public final class ModelEvaluation {

    private ModelEvaluation() {}

    /**
     * Evaluates a classifier from a model file.
     *
     * @param samples at least one
     */
    public static Evaluation of(SavedClassifier classifier, DataSet samples) {
        return classifier instanceof TrainedClassifier network
                ? of(network.trained().model(), samples, network.training())
                : RuleEvaluation.of(((RuleTrainedClassifier) classifier).classifier(), samples);
    }

    /**
     * Evaluates a model.
     *
     * @param samples at least one
     * @param training for the loss and the read-out
     */
    public static Evaluation of(Model model, DataSet samples, TrainingPlan training) {
        Engine engine = new ReferenceNetwork(model);
        EvaluationStep step = training.evaluation();
        return Evaluator.evaluate(engine, samples, training.batchSize(), step);
    }
}
