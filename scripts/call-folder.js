/** npm runs scripts in the project's folder; files are named from where npm was called. */
export const goWhereNpmWasCalled = () => process.chdir(process.env['INIT_CWD'] ?? '.');
