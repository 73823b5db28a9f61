// The build compiles the YAML files into a file that defines `compiledRules`; see Sources/CompileRules.
#include "CompiledRules.h"
