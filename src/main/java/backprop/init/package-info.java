/** Initial weights; the names are the field's, the variances in each class's first line. */
package backprop.init;
