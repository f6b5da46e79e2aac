/** Data sets with examples in columns, and what makes them ready for a network. */
package backprop.data;
