.PHONY: venv
venv: ## Make .venv with everything for running, testing and checking
	@tools/venv.sh dev
