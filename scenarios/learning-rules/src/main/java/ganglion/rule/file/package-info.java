/** Networks that learned with EventProp in model files. */
package ganglion.rule.file;
