/** An agent module as its author writes it: nothing but an agent and a main class. */
@NullMarked
package errand.runtime.probe;

import org.jspecify.annotations.NullMarked;
