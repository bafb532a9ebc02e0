package ganglion.scenario.format.neuron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Shape;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.time.Clock;

/**
 * A neuron model as files have it.
 *
 * @param word value of the key {@code model}
 * @param phrase what the neurons do, to follow "What each neuron does:"
 * @param type class of the model
 * @param parameters its keys, by which it is read
 * @param writer the way back into a file
 * @param <M> the model
 */
record ModelKind<M extends NeuronModel>(
        String word, String phrase, Class<M> type, Shape<? extends NeuronModel> parameters, Writer<M> writer) {

    /** Writes the parameters of a model. */
    interface Writer<M> {

        /**
         * Writes what is not a default.
         *
         * @param clock of the document, for what is given per second
         * @throws IllegalArgumentException if no file can say what the model is
         */
        void write(M model, Clock clock, ObjectNode into);
    }

    /** A model that no import and no training makes, and that is only read. */
    ModelKind(String word, String phrase, Class<M> type, Shape<? extends NeuronModel> parameters) {
        this(word, phrase, type, parameters, (model, clock, into) -> {
            throw new IllegalArgumentException("neurons of the model " + word + " cannot be written");
        });
    }

    void write(NeuronModel model, Clock clock, ObjectNode into) {
        writer.write(type.cast(model), clock, into);
    }
}
