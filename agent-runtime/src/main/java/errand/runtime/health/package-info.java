/** Asks a service from outside whether it takes work; knows HTTP and nothing else. */
@NullMarked
package errand.runtime.health;

import org.jspecify.annotations.NullMarked;
