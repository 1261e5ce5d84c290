//! Facts about cmdlets: modules, parameters, accepted values.
