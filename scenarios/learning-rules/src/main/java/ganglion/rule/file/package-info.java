/** The classifiers of the rules in model files, and the checkpoints of EventProp. */
package ganglion.rule.file;
